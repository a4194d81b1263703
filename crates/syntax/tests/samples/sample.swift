// What a shop keeps.
import Foundation
import UIKit.UIView

@objc(Foo)
final class Store: NSObject, Codable {
    private let name: String = "a \(x.y) b"
    var items: [String: Int] = ["a": 1]
    lazy var t = [1, 2]
    static func load(from path: String, _ n: Int = 3) throws -> Data? {
        guard let url = URL(string: path), n > 0 else { return nil }
        let d = try! Data(contentsOf: url)
        if d.isEmpty && !done { print("x") } else if n == 2 { a = 3 } else { b += 1 }
        for i in 0..<n { items[i] = nil }
        while n < 3 { break }
        repeat { foo() } while x
        switch n {
        case 1, 2: bar()
        case .some(let v): bar(v)
        default: return d
        }
        do { try foo() } catch let e as Err { print(e) } catch { print(error) }
        let r = list.map { x in x + 1 }.filter { $0 > 1 }
        let q = n > 1 ? a?.b : c ?? d
        let w = v as? String
        sqlite3_exec(db, "SELECT \(name)", nil, nil, nil)
        throw E.bad
    }
    init(a: Int) { self.a = a }
    var area: Int { return 1 }
}
enum Dir: String { case a, b = "c"; case d(Int) }
protocol P { func f() -> Int }
