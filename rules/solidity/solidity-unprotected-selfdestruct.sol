pragma solidity 0.8.26;

contract Mortal {
    address payable owner;

    function kill() public {
        // ruleid: solidity-unprotected-selfdestruct
        selfdestruct(payable(msg.sender));
    }

    function end(address payable to) external {
        // ruleid: solidity-unprotected-selfdestruct
        selfdestruct(to);
    }

    function close() external {
        require(msg.sender == owner, "not the owner");
        // ok: solidity-unprotected-selfdestruct
        selfdestruct(owner);
    }

    function stop() external onlyOwner {
        // ok: solidity-unprotected-selfdestruct
        selfdestruct(owner);
    }
}
