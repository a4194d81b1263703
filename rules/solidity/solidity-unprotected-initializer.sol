pragma solidity 0.8.26;

contract Vault {
    // ruleid: solidity-unprotected-initializer
    function initialize(address first) external {
        owner = first;
    }
}

contract Upgradeable {
    // ruleid: solidity-unprotected-initializer
    function init(address first) public {
        token = first;
    }
}

contract Guarded {
    // ok: solidity-unprotected-initializer
    function initialize(address first) external initializer {
        owner = first;
    }
}

contract Once {
    // ok: solidity-unprotected-initializer
    function init(address first) public {
        require(!done, "already");
        done = true;
        owner = first;
    }
}
