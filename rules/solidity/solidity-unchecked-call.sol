pragma solidity 0.8.26;

contract Payer {
    function pay(address payable to, uint256 amount) external {
        // ruleid: solidity-unchecked-call
        to.send(amount);
        // ruleid: solidity-unchecked-call
        to.call{value: amount}("");
        // ok: solidity-unchecked-call
        (bool paid, ) = to.call{value: amount}("");
        require(paid, "not paid");
        // ok: solidity-unchecked-call
        require(to.send(amount), "not sent");
        // ok: solidity-unchecked-call
        to.transfer(amount);
    }
}
