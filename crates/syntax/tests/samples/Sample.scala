// A ledger in Scala.
package bank.ledger

import java.util.{List => JList, Map}
import scala.collection.mutable._
import models.Entry

/* What is kept. */
@deprecated("old", "1.0")
case class Entry(id: Int, name: String = "main", amount: Double)

trait Store { def get(id: Int): Option[Entry] }

object Ledger extends App with Store {
  private val limit: Int = 10
  var total = 0.5
  lazy val table = Map("a" -> 1, "b" -> 2)

  def get(id: Int): Option[Entry] = entries.find(_.id == id)

  def work(items: List[Entry], name: String)(implicit context: Context): String = {
    val first = items(0)
    val (a, b) = (1, "two")
    for (item <- items; part <- item.parts) {
      total += part.amount * 2
    }
    val doubled = for (x <- List(1, 2)) yield x * 2
    while (total < limit) { total = total + 1 }
    val size = if (a > 1) a else -1
    items.map(entry => entry.name).filter { text => text.length > 3 && !text.isEmpty }
    first match {
      case Entry(id, _, _) if id > 3 => println(s"entry $id of ${first.name}")
      case other: Entry => throw new IllegalStateException("other")
      case _ => null
    }
    try {
      open(name)
    } catch {
      case error: Exception => log(error.getMessage)
    } finally {
      close()
    }
    val text = """raw
text"""
    val found = items exists matching
    new Thread(runner).start()
    s"done"
  }
}
