extension Broken {
  private static let services = "registry/services.csv"
  private static let targets = "targets.csv"
  /// A row of the register, to be changed.
  private static let row = "000.00.05.H18,2.001610,suitable,,,2017-06-01,,2019-11-15,\n"
  /// Where a procedure was suspended and taken up again.
  private static let again = "000.00.06.H18,2.000591,suitable,,,2021-04-01,,2021-04-05,"

  private static func changed(_ title: String, to row: String, at line: Int = 0, _ says: String) -> Broken {
    Broken(title, services, Broken.row, row + "\n", at: line, says)
  }

  /// Mistakes in the register of services and in the targets.
  static let register = [
    changed(
      "a service of an unknown agency", to: "000.00.99.H18,2.001610,suitable,,,2017-06-01,,2019-11-15,",
      "an agency of agencies.csv, found '000.00.99.H18'"),
    changed(
      "a service of an unknown procedure", to: "000.00.05.H18,9.999999,suitable,,,2017-06-01,,2019-11-15,",
      "a procedure of procedures.csv, found '9.999999'"),
    changed(
      "an unknown result of a survey", to: "000.00.05.H18,2.001610,sutable,,,2017-06-01,,2019-11-15,",
      "did you mean 'suitable'?"),
    changed(
      "a service without an agreement", to: "000.00.05.H18,2.001610,suitable,,,,,2019-11-15,",
      "an agreement in force on 2019-11-15, when the service begins, found none"),
    changed(
      "a service before its agreement", to: "000.00.05.H18,2.001610,suitable,,,2020-01-01,,2019-11-15,",
      "an agreement in force on 2019-11-15, when the service begins, found one from 2020-01-01 on"),
    changed(
      "a service beyond its agreement", to: "000.00.05.H18,2.001610,suitable,,,2017-06-01,2020-12-31,2019-11-15,",
      "a last day no later than the agreement's, 2020-12-31"),
    changed(
      "a service that ends before it begins",
      to: "000.00.05.H18,2.001610,suitable,,,2017-06-01,,2019-11-15,2019-11-14", "a day on or after 2019-11-15"),
    changed(
      "an agreement without its first day", to: "000.00.05.H18,2.001610,suitable,,,,2020-12-31,,",
      "the first day of what ends on 2020-12-31, found nothing"),
    changed(
      "a service that the law forbids", to: "000.00.05.H18,2.001610,unsuitable,,,2017-06-01,,2019-11-15,",
      "suitable for what the post serves from 2019-11-15 on"),
    changed(
      "a service of an agency that is no more", to: "000.00.05.H18,2.001610,suitable,,,2017-06-01,,2025-03-01,",
      "a day on which 000.00.05.H18 exists, until 2025-02-28"),
    changed(
      "a day that is none in the register", to: "000.00.05.H18,2.001610,suitable,,,2017-06-31,,2019-11-15,",
      "a day as YYYY-MM-DD"),
    changed("a service twice", to: row + row.dropLast(), at: 1, "days that do not overlap where a procedure"),
    Broken(
      "a service whose periods overlap", services, again, "000.00.06.H18,2.000591,suitable,,,2020-04-01,,2020-04-05,",
      "days that do not overlap where a procedure"),
    Broken("a column of the register missing", services, ",served_to\n", "\n", "a column 'served_to'"),
    Broken(
      "a target of an unknown level", targets, "department,2017", "departments,2017", "did you mean 'department'?"),
    Broken("a target above all", targets, ",70,", ",101,", "a share from 0 to 100 per cent"),
    Broken("a target of three decimals", targets, ",70,", ",70.125,", "a share from 0 to 100 per cent"),
    Broken("a target with a sign", targets, ",70,", ",-7,", "a share from 0 to 100 per cent"),
    Broken("a target without its plan", targets, "85,Kế hoạch 1788/KH-UBND năm 2017", "85,", "the plan that sets"),
    Broken("a target without a beginning", targets, "commune,2019-01-01", "commune,", "a day as YYYY-MM-DD"),
    Broken(
      "a target that ends before it begins", targets, "2019-01-01,2020-12-31", "2019-01-01,2018-12-31",
      "a day on or after 2019-01-01"),
    Broken(
      "two targets of a day", targets, "2019-01-01,2020-12-31", "2018-12-31,2020-12-31",
      "targets of level department that do not overlap"),
    Broken(
      "a missing file of targets", "dossierd.yaml", "targets: targets.csv", "targets: nowhere.csv",
      "a file, found none at nowhere.csv"),
  ]
}
