class First extends BuiltInComponents {
  // ruleid: scala-csrf-off
  override def httpFilters = super.httpFilters.filters.filterNot(_.isInstanceOf[CSRFFilter])
}
class Second extends BuiltInComponents {
  // ruleid: scala-csrf-off
  override def httpFilters: Seq[EssentialFilter] = Nil
}
class Third extends BuiltInComponents {
  // ok: scala-csrf-off
  override def httpFilters: Seq[EssentialFilter] = super.httpFilters :+ gzipFilter
  // ok: scala-csrf-off
  val found = filters.filterNot(_.isInstanceOf[GzipFilter])
}
