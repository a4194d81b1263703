pragma solidity 0.8.26;

contract Wallet {
    address owner;

    function pay(address payable to, uint256 amount) external {
        // ruleid: solidity-tx-origin
        require(tx.origin == owner, "not the owner");
        to.transfer(amount);
    }

    function change(address next) external {
        // ruleid: solidity-tx-origin
        if (tx.origin != owner) revert();
        owner = next;
    }

    function safe(address next) external {
        // ok: solidity-tx-origin
        require(msg.sender == owner, "not the owner");
        owner = next;
    }

    function people() external view {
        // ok: solidity-tx-origin
        require(tx.origin == msg.sender, "contracts may not call");
    }
}
