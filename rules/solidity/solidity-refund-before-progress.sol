pragma solidity 0.8.26;

contract Auction {
    address payable leader;
    address king;
    uint256 highest;

    function bid() external payable {
        require(msg.value > highest, "too low");
        // ruleid: solidity-refund-before-progress
        leader.transfer(highest);
        leader = msg.sender;
        highest = msg.value;
    }

    function climb() external payable {
        // ruleid: solidity-refund-before-progress
        payable(king).transfer(highest);
        king = msg.sender;
    }

    function withdraw(uint256 amount) external {
        // ok: solidity-refund-before-progress
        payable(msg.sender).transfer(amount);
    }

    function pay(address payable to) external onlyOwner {
        // ok: solidity-refund-before-progress
        to.transfer(1 ether);
    }
}
