pragma solidity 0.8.26;

contract Counter {
    uint256 count;
    int256 level;

    function up() external {
        // ruleid: solidity-typo-assignment
        count =+ 1;
        // ruleid: solidity-typo-assignment
        level =- 1;
        // ok: solidity-typo-assignment
        count += 1;
        // ok: solidity-typo-assignment
        level = -1;
    }
}
