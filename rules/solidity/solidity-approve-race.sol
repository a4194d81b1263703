pragma solidity 0.8.26;

contract Token {
    function approve(address spender, uint256 amount) external returns (bool) {
        // ruleid: solidity-approve-race
        allowed[msg.sender][spender] = amount;
        return true;
    }
}

contract Other {
    function approve(address spender, uint256 value) public returns (bool success) {
        // ruleid: solidity-approve-race
        allowances[msg.sender][spender] = value;
        success = true;
    }
}

contract Safe {
    function approve(address spender, uint256 amount) external returns (bool) {
        require(amount == 0 || allowed[msg.sender][spender] == 0, "set to zero first");
        // ok: solidity-approve-race
        allowed[msg.sender][spender] = amount;
        return true;
    }

    function increase(address spender, uint256 amount) external {
        // ok: solidity-approve-race
        allowed[msg.sender][spender] += amount;
    }
}
