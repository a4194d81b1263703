pragma solidity 0.7.6;

contract Token {
    mapping(address => uint256) balances;
    uint256 supply;

    function burn(uint256 amount) external {
        // ruleid: solidity-arithmetic-overflow
        balances[msg.sender] -= amount;
    }

    function mint(uint256 count, uint256 price) external {
        // ruleid: solidity-arithmetic-overflow
        uint256 cost = count * price;
        supply = cost;
    }

    function move(address to, uint256 amount) external {
        require(balances[msg.sender] >= amount, "too much");
        // ok: solidity-arithmetic-overflow
        balances[msg.sender] -= amount;
    }

    function add(uint256 a, uint256 b) internal pure returns (uint256) {
        // ok: solidity-arithmetic-overflow
        uint256 c = a + b;
        require(c >= a, "overflow");
        return c;
    }

    function safe(uint256 amount) external {
        // ok: solidity-arithmetic-overflow
        balances[msg.sender] = balances[msg.sender].sub(amount);
    }
}
