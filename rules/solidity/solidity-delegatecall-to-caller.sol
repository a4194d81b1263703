pragma solidity 0.8.26;

contract Proxy {
    address immutable logic;
    address owner;

    function run(address target, bytes calldata data) external {
        // ruleid: solidity-delegatecall-to-caller
        (bool done, ) = target.delegatecall(data);
        require(done);
    }

    function twice(address library_) public {
        address target = library_;
        // ruleid: solidity-delegatecall-to-caller
        (bool done, ) = target.delegatecall(msg.data);
        require(done);
    }

    function fixed_(bytes calldata data) external {
        // ok: solidity-delegatecall-to-caller
        (bool done, ) = logic.delegatecall(data);
        require(done);
    }

    function call(address target, bytes calldata data) external {
        // ok: solidity-delegatecall-to-caller
        (bool done, ) = target.call(data);
        require(done);
    }

    function owned(address target, bytes calldata data) external onlyOwner {
        // ok: solidity-delegatecall-to-caller
        (bool done, ) = target.delegatecall(data);
        require(done);
    }

    function _delegate(address target, bytes memory data) internal {
        // ok: solidity-delegatecall-to-caller
        (bool done, ) = target.delegatecall(data);
        require(done);
    }
}
