pragma solidity 0.8.26;

contract Game {
    function won() external view returns (bool) {
        // ruleid: solidity-strict-balance
        return address(this).balance == 10 ether;
    }

    function check() external view {
        // ruleid: solidity-strict-balance
        require(address(this).balance == 1 ether, "not yet");
        // ok: solidity-strict-balance
        require(address(this).balance >= 1 ether, "not yet");
    }

    function same(uint256 a, uint256 b) external pure returns (bool) {
        // ok: solidity-strict-balance
        return a == b;
    }
}
