pragma solidity 0.8.26;

contract Puzzle {
    bytes32 constant hash = 0xb5b5b97fafd9855eec9b41f74dfb6c38f5951141f9a3ecd7f44d5479b630ee0a;

    function solve(string memory answer) external {
        // ruleid: solidity-front-running-payout
        require(hash == keccak256(abi.encodePacked(answer)), "wrong");
        payable(msg.sender).transfer(10 ether);
    }

    function old(string memory answer) public {
        // ruleid: solidity-front-running-payout
        require(sha3(answer) == hash);
        msg.sender.transfer(10 ether);
    }

    function reveal(uint256 answer) external {
        // ok: solidity-front-running-payout
        require(commitments[msg.sender] == keccak256(abi.encode(msg.sender, answer)), "no commitment");
        payable(msg.sender).transfer(10 ether);
    }

    function check(string memory answer) external pure returns (bool) {
        // ok: solidity-front-running-payout
        return keccak256(abi.encodePacked(answer)) == hash;
    }
}
