pragma solidity 0.8.26;

contract Open is UUPSUpgradeable {
    // ruleid: solidity-unprotected-upgrade
    function _authorizeUpgrade(address next) internal override {}
}

contract Proxy {
    // ruleid: solidity-unprotected-upgrade
    function upgradeTo(address next) external {
        _upgradeTo(next);
    }
}

contract Closed is UUPSUpgradeable {
    // ok: solidity-unprotected-upgrade
    function _authorizeUpgrade(address next) internal override onlyOwner {}
}

contract Checked {
    // ok: solidity-unprotected-upgrade
    function upgradeTo(address next) external {
        require(msg.sender == admin, "not the admin");
        _upgradeTo(next);
    }
}
