pragma solidity 0.8.26;

contract Market {
    mapping(uint256 => address) sellers;
    mapping(address => uint256) staked;

    function buy(uint256 id) external {
        // ruleid: solidity-reentrancy-through-token
        nft.safeTransferFrom(address(this), msg.sender, id);
        delete sellers[id];
    }

    function unstake(uint256 amount) external {
        // ruleid: solidity-reentrancy-through-token
        token.transfer(msg.sender, amount);
        staked[msg.sender] -= amount;
    }

    function safe(uint256 id) external {
        delete sellers[id];
        // ok: solidity-reentrancy-through-token
        nft.safeTransferFrom(address(this), msg.sender, id);
    }

    function guarded(uint256 amount) external nonReentrant {
        // ok: solidity-reentrancy-through-token
        token.transfer(msg.sender, amount);
        staked[msg.sender] -= amount;
    }
}
