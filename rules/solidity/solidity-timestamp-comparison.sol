pragma solidity 0.8.26;

contract Sale {
    uint256 ends;

    function open() external view returns (bool) {
        // ruleid: solidity-timestamp-comparison
        return block.timestamp < ends;
    }

    function close() external view {
        // ruleid: solidity-timestamp-comparison
        require(ends <= block.timestamp, "too early");
    }

    function set() external {
        // ok: solidity-timestamp-comparison
        ends = block.timestamp + 1 days;
    }

    function past(uint256 number) external view returns (bool) {
        // ok: solidity-timestamp-comparison
        return block.number > number;
    }
}
