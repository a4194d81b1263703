pragma solidity 0.8.26;

contract Shop {
    mapping(address => uint256) credit;

    function buy(uint256[] calldata ids) external payable {
        for (uint256 i = 0; i < ids.length; i++) {
            // ruleid: solidity-value-in-loop
            require(msg.value >= price(ids[i]), "too little");
        }
    }

    function fund(address[] calldata users) external payable {
        uint256 i = 0;
        while (i < users.length) {
            // ruleid: solidity-value-in-loop
            credit[users[i]] += msg.value;
            i++;
        }
    }

    function once() external payable {
        // ok: solidity-value-in-loop
        credit[msg.sender] += msg.value;
    }

    function total(uint256[] calldata ids) external payable {
        uint256 sum = 0;
        for (uint256 i = 0; i < ids.length; i++) {
            sum += price(ids[i]);
        }
        // ok: solidity-value-in-loop
        require(msg.value == sum, "wrong sum");
    }
}
