// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

contract Ledger {
    address public immutable owner;
    uint256 public total;
    bool public open = true;
    mapping(address => uint256) private balances;
    mapping(address => mapping(address => uint256)) private allowed;

    event Deposited(address indexed account, uint256 amount);
    event Withdrawn(address indexed account, uint256 amount);

    error Insufficient(uint256 available, uint256 wanted);

    modifier onlyOwner() {
        require(msg.sender == owner, "not the owner");
        _;
    }

    constructor() {
        owner = msg.sender;
    }

    function deposit() external payable {
        balances[msg.sender] += msg.value;
        total += msg.value;
        emit Deposited(msg.sender, msg.value);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowed[msg.sender][spender] = amount;
        return true;
    }

    function withdraw(uint256 amount) external {
        uint256 available = balances[msg.sender];
        if (available < amount) {
            revert Insufficient(available, amount);
        }
        (bool sent, ) = msg.sender.call{value: amount}("");
        require(sent, "the transfer failed");
        balances[msg.sender] = available - amount;
        emit Withdrawn(msg.sender, amount);
    }

    function balanceOf(address account) external view returns (uint256) {
        return balances[account];
    }
}
