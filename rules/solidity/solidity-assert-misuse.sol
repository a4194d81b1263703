pragma solidity 0.8.26;

contract Shop {
    function pay(uint256 amount) external {
        // ruleid: solidity-assert-misuse
        assert(amount > 0);
        // ruleid: solidity-assert-misuse
        assert(msg.sender != address(0));
        // ok: solidity-assert-misuse
        require(amount > 0, "nothing to pay");
    }

    function invariantSupply() external view {
        // ok: solidity-assert-misuse
        assert(supply <= limit);
    }
}
