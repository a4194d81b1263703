pragma solidity 0.8.26;

contract Lottery {
    uint256 started;

    function play() external payable {
        // ruleid: solidity-timestamp-dependence
        if (block.timestamp % 15 == 0) {
            payable(msg.sender).transfer(address(this).balance);
        }
    }

    function same() external view returns (bool) {
        // ruleid: solidity-timestamp-dependence
        return started == block.timestamp;
    }

    function begin() external {
        // ok: solidity-timestamp-dependence
        started = block.timestamp;
    }

    function number() external view returns (uint256) {
        // ok: solidity-timestamp-dependence
        return block.number;
    }
}
