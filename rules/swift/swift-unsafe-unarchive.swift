func read(_ data: Data) throws {
    // ruleid: swift-unsafe-unarchive
    let order = NSKeyedUnarchiver.unarchiveObject(with: data)
    // ruleid: swift-unsafe-unarchive
    let top = try NSKeyedUnarchiver.unarchiveTopLevelObjectWithData(data)
    let unarchiver = try NSKeyedUnarchiver(forReadingFrom: data)
    // ruleid: swift-unsafe-unarchive
    unarchiver.requiresSecureCoding = false
    // ok: swift-unsafe-unarchive
    let safe = try NSKeyedUnarchiver.unarchivedObject(ofClass: Order.self, from: data)
    // ok: swift-unsafe-unarchive
    let json = try JSONDecoder().decode(Order.self, from: data)
}
