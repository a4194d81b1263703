pragma solidity 0.8.26;

contract Drop {
    modifier supportsToken() {
        // ruleid: solidity-reentrancy-in-modifier
        require(Holder(msg.sender).supports() == ID, "no");
        _;
    }

    modifier registered() {
        // ruleid: solidity-reentrancy-in-modifier
        bool known = Registry(msg.sender).known();
        require(known, "no");
        _;
    }

    modifier onlyOwner() {
        // ok: solidity-reentrancy-in-modifier
        require(msg.sender == owner, "no");
        _;
    }

    function claim() external {
        // ok: solidity-reentrancy-in-modifier
        Holder(msg.sender).supports();
    }
}
