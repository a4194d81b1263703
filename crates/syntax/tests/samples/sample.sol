// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import "./Token.sol";
import {IERC20 as Token, Lib} from "./lib.sol";

interface IVault {
    function deposit(uint256 amount) external returns (uint256);
}

library SafeMath {
    function add(uint256 a, uint256 b) internal pure returns (uint256 c) {
        c = a + b;
        require(c >= a, "overflow");
    }
}

abstract contract Vault is Ownable, Token("Vault") {
    using SafeMath for uint256;

    struct Position {
        uint256 amount;
        address payable owner;
    }

    enum State { Open, Closed }

    mapping(address => uint256) public balances;
    address[] private owners;
    uint256 constant FEE = 1 ether;
    event Withdrawn(address indexed owner, uint256 amount);
    error Empty(address owner);

    modifier onlyOwner(uint256 level) {
        require(msg.sender == owner && tx.origin != address(0), "no");
        _;
    }

    constructor(address first) payable onlyOwner(1) {
        owners.push(first);
    }

    receive() external payable {}

    function withdraw(uint256 amount, bytes memory data) external virtual onlyOwner(2) returns (bool ok, uint256) {
        (bool sent, ) = msg.sender.call{value: amount, gas: 5000}(data);
        if (!sent) {
            revert Empty(msg.sender);
        } else if (amount == 0) revert("nothing");
        unchecked {
            balances[msg.sender] -= amount;
        }
        for (uint256 i = 0; i < owners.length; i++) {
            delete owners[i];
        }
        try IVault(address(this)).deposit{value: 1}(amount) returns (uint256 left) {
            emit Withdrawn(msg.sender, left);
        } catch Error(string memory reason) {
            log(reason);
        } catch {
            while (true) break;
        }
        assembly {
            let size := extcodesize(caller())
            selfdestruct(size)
        }
        Position memory position = Position({amount: amount, owner: payable(msg.sender)});
        Vault other = new Vault{salt: bytes32(0)}(msg.sender);
        return (position.amount > FEE ? true : false, type(uint256).max);
    }
}
