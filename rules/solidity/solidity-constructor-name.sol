pragma solidity 0.5.17;

contract Wallet {
    address owner;

    // ruleid: solidity-constructor-name
    function Wallet() public {
        owner = msg.sender;
    }
}

contract Purse {
    address owner;

    // ruleid: solidity-constructor-name
    function constructor() public {
        owner = msg.sender;
    }
}

contract Vault {
    address owner;

    // ok: solidity-constructor-name
    constructor() public {
        owner = msg.sender;
    }

    // ok: solidity-constructor-name
    function vault() public view returns (address) {
        return owner;
    }
}
