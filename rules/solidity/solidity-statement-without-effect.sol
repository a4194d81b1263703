pragma solidity 0.8.26;

contract Wallet {
    function close() external {
        // ruleid: solidity-statement-without-effect
        msg.sender == owner;
        // ruleid: solidity-statement-without-effect
        total == 0;
        // ok: solidity-statement-without-effect
        require(msg.sender == owner, "not the owner");
        // ok: solidity-statement-without-effect
        total = 0;
    }
}
