pragma solidity 0.8.26;

contract Fees {
    function fee(uint256 amount, uint256 rate) external pure returns (uint256) {
        // ruleid: solidity-divide-before-multiply
        return amount / 10000 * rate;
    }

    function share(uint256 amount, uint256 part, uint256 all) external pure returns (uint256) {
        // ruleid: solidity-divide-before-multiply
        return (amount / all) * part;
    }

    function good(uint256 amount, uint256 rate) external pure returns (uint256) {
        // ok: solidity-divide-before-multiply
        return amount * rate / 10000;
    }

    function half(uint256 amount) external pure returns (uint256) {
        // ok: solidity-divide-before-multiply
        return amount / 2;
    }
}
