pragma solidity 0.8.26;

contract Shares {
    address payable[] holders;

    function payAll(uint256 share) external {
        for (uint256 i = 0; i < holders.length; i++) {
            // ruleid: solidity-call-in-loop
            holders[i].transfer(share);
        }
    }

    function sendAll(uint256 share) external {
        uint256 i = 0;
        while (i < holders.length) {
            // ruleid: solidity-call-in-loop
            require(holders[i].send(share), "not sent");
            i++;
        }
    }

    function one(uint256 share) external {
        // ok: solidity-call-in-loop
        payable(msg.sender).transfer(share);
    }

    function first(uint256 share) external {
        // ok: solidity-call-in-loop
        holders[0].transfer(share);
    }
}
