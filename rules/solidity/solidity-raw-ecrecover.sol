pragma solidity 0.8.26;

contract Claims {
    function claim(bytes32 digest, uint8 v, bytes32 r, bytes32 s) external {
        // ruleid: solidity-raw-ecrecover
        address signer = ecrecover(digest, v, r, s);
        require(signer == issuer, "wrong signer");
    }

    function check(bytes32 digest, uint8 v, bytes32 r, bytes32 s) external view returns (bool) {
        // ruleid: solidity-raw-ecrecover
        return ecrecover(digest, v, r, s) == issuer;
    }

    function safe(bytes32 digest, bytes calldata signature) external view returns (bool) {
        // ok: solidity-raw-ecrecover
        return ECDSA.recover(digest, signature) == issuer;
    }

    function hash(bytes calldata data) external pure returns (bytes32) {
        // ok: solidity-raw-ecrecover
        return keccak256(data);
    }
}
