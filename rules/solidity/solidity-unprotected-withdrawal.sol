pragma solidity 0.8.26;

contract Vault {
    address owner;

    function empty() public {
        // ruleid: solidity-unprotected-withdrawal
        payable(msg.sender).transfer(address(this).balance);
    }

    function drain(address payable to) external {
        // ruleid: solidity-unprotected-withdrawal
        to.call{value: address(this).balance}("");
    }

    function close() external {
        require(msg.sender == owner, "not the owner");
        // ok: solidity-unprotected-withdrawal
        payable(owner).transfer(address(this).balance);
    }

    function refund(uint256 amount) external {
        // ok: solidity-unprotected-withdrawal
        payable(msg.sender).transfer(amount);
    }
}
