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

    function checked(uint256 amount) external {
        require(balances[msg.sender] >= amount, "too much");
        unchecked {
            // ok: solidity-unchecked-arithmetic
            balances[msg.sender] -= amount;
        }
    }

    function count(uint256[] memory items) external pure returns (uint256 sum) {
        for (uint256 i = 0; i < items.length; ) {
            unchecked {
                // ok: solidity-unchecked-arithmetic
                ++i;
            }
        }
    }
}
