pragma solidity 0.8.26;

contract Owned {
    address owner;

    constructor() {
        // ok: solidity-unprotected-owner-change
        owner = msg.sender;
    }

    function init() public {
        // ruleid: solidity-unprotected-owner-change
        owner = msg.sender;
    }

    function setOwner(address next) external {
        // ruleid: solidity-unprotected-owner-change
        owner = next;
    }

    function transferOwnership(address next) external {
        require(msg.sender == owner, "not the owner");
        // ok: solidity-unprotected-owner-change
        owner = next;
    }

    function handOver(address next) external onlyOwner {
        // ok: solidity-unprotected-owner-change
        owner = next;
    }

    function assign(address next) external onlyRole(ADMIN) {
        // ok: solidity-unprotected-owner-change
        owner = next;
    }

    function begin(address first) external initializer {
        // ok: solidity-unprotected-owner-change
        owner = first;
    }

    function _set(address next) internal {
        // ok: solidity-unprotected-owner-change
        owner = next;
    }
}

contract Old {
    address owner;

    function Old() public {
        // ok: solidity-unprotected-owner-change
        owner = msg.sender;
    }
}
