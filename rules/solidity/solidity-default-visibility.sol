pragma solidity 0.4.24;

contract Game {
    // ruleid: solidity-default-visibility
    function withdraw() {
        send_winnings();
    }

    // ruleid: solidity-default-visibility
    function send_winnings() {
        msg.sender.transfer(this.balance);
    }

    // ok: solidity-default-visibility
    function play() public payable {
        count += 1;
    }

    // ok: solidity-default-visibility
    function helper() internal {
        count = 0;
    }
}
