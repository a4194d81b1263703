pragma solidity 0.8.26;

contract Members {
    address[] members;
    uint256[] numbers;

    function sum() external view returns (uint256 total) {
        // ruleid: solidity-unbounded-loop
        for (uint256 i = 0; i < numbers.length; i++) {
            total += numbers[i];
        }
    }

    function fill(uint256 count) external {
        // ruleid: solidity-unbounded-loop
        for (uint256 i = 0; i < count; i++) {
            numbers.push(i);
        }
    }

    function given(uint256[] calldata list) external pure returns (uint256 total) {
        // ok: solidity-unbounded-loop
        for (uint256 i = 0; i < list.length; i++) {
            total += list[i];
        }
    }

    function few() external pure returns (uint256 total) {
        // ok: solidity-unbounded-loop
        for (uint256 i = 0; i < 10; i++) {
            total += i;
        }
    }
}
