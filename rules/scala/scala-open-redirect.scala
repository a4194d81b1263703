class Login(cc: ControllerComponents) extends AbstractController(cc) {
  def done = Action { request =>
    val target = request.getQueryString("next").getOrElse("/")
    // ruleid: scala-open-redirect
    Redirect(target)
  }
  def go(target: String) = Action {
    // ruleid: scala-open-redirect
    Redirect(target)
  }
  def order(id: String) = Action {
    // ok: scala-open-redirect
    Redirect(routes.Orders.show(id))
  }
  def known(name: String) = Action {
    // ok: scala-open-redirect
    Redirect(targets.getOrElse(name, routes.Home.index()))
  }
  def again = Action { request =>
    // ok: scala-open-redirect
    Redirect(request.uri)
  }
  def home(name: String) = Action {
    // ok: scala-open-redirect
    Redirect("/home")
  }
}
