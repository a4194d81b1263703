pragma solidity 0.8.26;

contract Channel {
    function pay(uint256 amount, bytes calldata signature) external {
        bytes32 digest = keccak256(abi.encode(msg.sender, amount));
        // ruleid: solidity-signature-replay
        require(ECDSA.recover(digest, signature) == issuer, "wrong signer");
        payable(msg.sender).transfer(amount);
    }

    function old(bytes32 digest, uint8 v, bytes32 r, bytes32 s) external {
        // ruleid: solidity-signature-replay
        address signer = ecrecover(digest, v, r, s);
        balances[signer] = 0;
    }

    function once(uint256 amount, bytes calldata signature) external {
        bytes32 digest = keccak256(abi.encode(msg.sender, amount, nonces[msg.sender]++));
        // ok: solidity-signature-replay
        require(ECDSA.recover(digest, signature) == issuer, "wrong signer");
        payable(msg.sender).transfer(amount);
    }

    function check(bytes32 digest, bytes calldata signature) external view returns (bool) {
        // ok: solidity-signature-replay
        return ECDSA.recover(digest, signature) == issuer;
    }
}
