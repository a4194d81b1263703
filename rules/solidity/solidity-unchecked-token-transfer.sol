pragma solidity 0.8.26;

contract Vault {
    IERC20 token;

    function pay(address to, uint256 amount) internal {
        // ruleid: solidity-unchecked-token-transfer
        token.transfer(to, amount);
        // ruleid: solidity-unchecked-token-transfer
        IERC20(other).transferFrom(msg.sender, address(this), amount);
        // ok: solidity-unchecked-token-transfer
        require(token.transfer(to, amount), "not sent");
        // ok: solidity-unchecked-token-transfer
        token.safeTransfer(to, amount);
        // ok: solidity-unchecked-token-transfer
        payable(to).transfer(amount);
    }
}
