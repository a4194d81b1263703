pragma solidity 0.8.26;

contract Router {
    function pull(address from, uint256 amount) external {
        // ruleid: solidity-arbitrary-transfer-from
        token.transferFrom(from, address(this), amount);
    }

    function collect(IERC20 asset, address payer, uint256 amount) public {
        // ruleid: solidity-arbitrary-transfer-from
        asset.safeTransferFrom(payer, treasury, amount);
    }

    function own(uint256 amount) external {
        // ok: solidity-arbitrary-transfer-from
        token.transferFrom(msg.sender, address(this), amount);
    }

    function trusted(address from, uint256 amount) external onlyKeeper {
        // ok: solidity-arbitrary-transfer-from
        token.transferFrom(from, address(this), amount);
    }
}
