pragma solidity 0.8.26;

contract Purse {
    mapping(address => uint256) balances;

    function pay(address payable to, uint256 amount) external {
        // ruleid: solidity-arbitrary-send
        to.transfer(amount);
    }

    function give(address to, uint256 amount) public {
        // ruleid: solidity-arbitrary-send
        (bool sent, ) = to.call{value: amount}("");
        require(sent);
    }

    function withdraw(address payable to, uint256 amount) external {
        balances[msg.sender] -= amount;
        // ok: solidity-arbitrary-send
        to.transfer(amount);
    }

    function rescue(address payable to, uint256 amount) external onlyOwner {
        // ok: solidity-arbitrary-send
        to.transfer(amount);
    }
}
