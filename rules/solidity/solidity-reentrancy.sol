pragma solidity 0.8.26;

contract Bank {
    mapping(address => uint256) balances;
    uint256 total;
    bool locked;

    function withdraw() external {
        uint256 amount = balances[msg.sender];
        // ruleid: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid);
        balances[msg.sender] = 0;
    }

    function take(uint256 amount) external {
        require(balances[msg.sender] >= amount);
        // ruleid: solidity-reentrancy
        payable(msg.sender).call{value: amount}("");
        balances[msg.sender] -= amount;
    }

    function share(uint256 amount) external {
        // ruleid: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid);
        total -= amount;
    }

    function old(uint256 amount) public {
        // ruleid: solidity-reentrancy
        if (msg.sender.call.value(amount)()) {
            balances[msg.sender] -= amount;
        }
    }

    function safe() external {
        uint256 amount = balances[msg.sender];
        balances[msg.sender] = 0;
        // ok: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid);
    }

    function limited(uint256 amount) external {
        // ok: solidity-reentrancy
        payable(msg.sender).transfer(amount);
        balances[msg.sender] -= amount;
    }

    function guarded(uint256 amount) external nonReentrant {
        // ok: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid);
        balances[msg.sender] -= amount;
    }

    function mutex(uint256 amount) external {
        require(!locked);
        locked = true;
        // ok: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: amount}("");
        require(paid);
        locked = false;
    }

    function claim() external {
        Account storage account = accounts[msg.sender];
        // ruleid: solidity-reentrancy
        (bool paid, bytes memory reason) = msg.sender.call{value: account.reward, gas: 9000}("");
        if (!paid) revert Failed(reason);
        account.reward = 0;
    }

    function claimInMemory() external {
        Account memory account = accounts[msg.sender];
        delete accounts[msg.sender];
        // ok: solidity-reentrancy
        (bool paid, ) = msg.sender.call{value: account.reward}("");
        account.reward = 0;
        require(paid);
    }
}
