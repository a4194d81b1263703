pragma solidity 0.8.26;

contract Token {
    mapping(address => uint256) balances;

    function burn(uint256 amount) external {
        unchecked {
            // ruleid: solidity-unchecked-arithmetic
            balances[msg.sender] -= amount;
        }
    }

    function mint(uint256 amount) external {
        unchecked {
            // ruleid: solidity-unchecked-arithmetic
            balances[msg.sender] += amount;
        }
    }

    function move(address to, uint256 amount) external {
        // ok: solidity-unchecked-arithmetic
        balances[msg.sender] -= amount;
        // ok: solidity-unchecked-arithmetic
        balances[to] += amount;
    }
}
