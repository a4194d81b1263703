pragma solidity 0.8.26;

contract Loans {
    function price() public view returns (uint256) {
        // ruleid: solidity-stale-price
        (, int256 answer, , , ) = feed.latestRoundData();
        return uint256(answer);
    }

    function old() public view returns (uint256) {
        // ruleid: solidity-stale-price
        return uint256(feed.latestAnswer());
    }

    function fresh() public view returns (uint256) {
        // ok: solidity-stale-price
        (, int256 answer, , uint256 updatedAt, ) = feed.latestRoundData();
        require(block.timestamp - updatedAt < 1 hours, "old price");
        return uint256(answer);
    }

    function round() public view returns (uint80 id) {
        // ok: solidity-stale-price
        (id, , , , ) = feed.latestRoundData();
    }
}
