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

    function forgotten(address token, bytes memory data) external {
        // ruleid: solidity-unchecked-call
        (bool done, ) = token.call(data);
        paid[msg.sender] = true;
    }

    function asked(address token, bytes memory data) external returns (bool) {
        // ok: solidity-unchecked-call
        (bool done, bytes memory answer) = token.call(data);
        if (answer.length > 0) {
            done = done && abi.decode(answer, (bool));
        }
        return done;
    }
}
