pragma solidity 0.8.26;

contract Payer {
    function pay(address to, uint256 amount) internal {
        // ruleid: solidity-hardcoded-gas
        (bool sent, ) = to.call{value: amount, gas: 2300}("");
        // ruleid: solidity-hardcoded-gas
        (bool called, ) = to.call{gas: 10000}("");
        require(sent && called);
    }

    function free(address to, uint256 amount) internal {
        // ok: solidity-hardcoded-gas
        (bool sent, ) = to.call{value: amount}("");
        require(sent);
    }

    function wallet(address payable to, uint256 amount) internal {
        // ok: solidity-hardcoded-gas
        to.transfer(amount);
    }
}
