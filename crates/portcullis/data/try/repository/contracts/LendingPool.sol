// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.26;

contract LendingPool {
    mapping(address => uint256) public deposits;

    function deposit() external payable {
        deposits[msg.sender] += msg.value;
    }
}
