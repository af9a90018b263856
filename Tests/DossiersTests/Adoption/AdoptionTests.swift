import Dossiers
import TestSupport
import Testing

struct AdoptionTests {
  private typealias Sample = SampleRegister

  /// So many procedures of a commune, of which the post serves so many since 2017.
  private func services(_ served: Int, of all: Int, agency: String = "000.01.31.H18") -> [PostalService] {
    (0..<all).map { $0 < served ? Sample.served(agency, $0, "2017-06-01") : Sample.open(agency, $0) }
  }

  @Test("a target is reached at its very share, and one procedure below it is not")
  func boundary() {
    for (served, all, missing) in [(4, 10, 0), (3, 10, 1), (2, 5, 0), (1, 5, 1), (1, 3, 1), (2, 3, 0), (0, 1, 1)] {
      let count = Sample.adoption(services(served, of: all), on: "2018-12-31").count()
      #expect(count.missing == missing, "\(served) of \(all)")
      #expect((count.verdict == .reached) == (missing == 0))
    }
    let exact = Sample.adoption(services(6, of: 10), on: "2019-01-01").count()
    #expect(exact.verdict == .reached && exact.share == exact.target && exact.needed == 6)
  }

  @Test("a share just below its target is never shown as reached: it is rounded down")
  func rounding() {
    #expect(Share(2_999, of: 5_000)?.vietnamese == "59,9%")
    #expect(Share(599_999, of: 1_000_000)?.english == "59.9%")
    #expect(Share(3, of: 5)?.vietnamese == "60%")
    #expect(Share(0, of: 0) == nil)
  }

  @Test("a service counts from its first day through its last, and the target of the day is the one that it is held to")
  func edges() {
    let service = Sample.served("000.01.31.H18", 1, "2018-03-01", "2019-03-31")
    for (date, served, target) in [
      ("2018-02-28", 0, "40%"), ("2018-03-01", 1, "40%"), ("2018-12-31", 1, "40%"), ("2019-01-01", 1, "60%"),
      ("2019-03-31", 1, "60%"), ("2019-04-01", 0, "60%"),
    ] {
      let count = Sample.adoption([service], on: date).count()
      #expect(count.served == served && count.target?.vietnamese == target && count.counted == 1, "\(date)")
    }
  }

  @Test("before the first target nothing is judged; after the last one, that stands in and is marked")
  func targets() {
    let before = Sample.adoption(services(1, of: 2), on: "2016-12-31").count()
    #expect(before.verdict == .unmeasured && before.missing == nil && before.target == nil)
    let after = Sample.adoption(services(1, of: 2), on: "2021-01-01").count()
    #expect(after.isByLapsed && after.target?.vietnamese == "60%" && after.missing == 1)
    #expect(!Sample.adoption(services(1, of: 2), on: "2020-12-31").count().isByLapsed)
  }

  @Test("without procedures there is no share, and nothing is missing")
  func none() {
    let count = Sample.adoption([], on: "2018-01-01").count()
    #expect(count.verdict == .none && count.share == nil && count.missing == 0)
    let unsuitable = Sample.adoption([Sample.open("H18.9", 1, .unsuitable)], on: "2018-01-01").count()
    #expect(unsuitable.verdict == .none && unsuitable.unsuitable == 1 && unsuitable.counted == 0)
  }

  @Test("what is not surveyed counts, what the law keeps from the post doesn't, and an agreement is told apart")
  func surveys() {
    let all = [
      Sample.open("H18.9", 1, .pending), Sample.open("H18.9", 2, .unsuitable),
      Sample.open("H18.9", 3, agreed: "2018-01-01"), Sample.open("H18.9", 4),
    ]
    let adoption = Sample.adoption(all, on: "2018-01-01")
    #expect(adoption.offers.map(\.standing) == [.pending, .unsuitable, .agreed, .suitable])
    #expect(adoption.count().counted == 3 && adoption.count().agreed == 1)
    #expect(Sample.adoption(all, on: "2017-12-31").count().agreed == 0)
  }

  @Test("a predecessor's service counts with it until its last day, and with its successor from the day after")
  func succession() {
    let all = [
      Sample.served("000.01.31.H18", 1, "2018-01-01"), Sample.open("000.02.31.H18", 1),
      Sample.open("000.02.31.H18", 2), Sample.served("H18.1", 3, "2025-08-01"), Sample.served("H18.8", 4, "2018-01-01"),
    ]
    let last = Sample.adoption(all, on: "2025-06-30")
    #expect(last.byAgency().map(\.agency.text) == ["000.01.31.H18", "000.02.31.H18", "H18.8"])
    #expect(last.count(of: AdoptionScope(level: .commune)).counted == 3)
    let first = Sample.adoption(all, on: "2025-07-01")
    // Procedure 1 of both is one of the successor's, and served, as one of them did; the district's is nobody's.
    #expect(first.byAgency().map(\.agency.text) == ["H18.1"])
    #expect(first.count().counted == 3 && first.count().served == 1)
    #expect(Sample.adoption(all, on: "2025-08-01").count().served == 2)
    #expect(first.byDistrict().map(\.district) == ["094"])
    #expect(last.byDistrict().map(\.district) == ["094", "095"])
  }

  @Test("a procedure that went to another agency counts with each on its own days")
  func moved() {
    let before = PostalService(
      agency: code("H18.8"), procedure: Sample.procedure(1), survey: .suitable,
      listed: DayRange(nil, day("2019-02-28")), agreement: DayRange(day("2018-01-01")),
      served: DayRange(day("2018-01-01")))
    let after = PostalService(
      agency: code("H18.9"), procedure: Sample.procedure(1), survey: .suitable, listed: DayRange(day("2019-03-01")))
    let agencies = { (date: String) in
      Sample.adoption([before, after], on: date).byAgency().map(\.agency.text)
    }
    #expect(agencies("2019-02-28") == ["H18.8"] && agencies("2019-03-01") == ["H18.9"])
  }

  @Test("a group of two levels is held against the sum of what each level's target wants")
  func mixed() {
    // 50% of 1 and 40% of 4 are 2.1 procedures: three must be served.
    let all = [Sample.served("H18.8", 1, "2018-01-01")] + services(1, of: 4)
    let count = Sample.adoption(all, on: "2018-12-31").byDistrict().first?.count
    #expect(count?.served == 2 && count?.needed == 3 && count?.missing == 1)
    #expect(count?.target?.vietnamese == "42%")
  }

  @Test("what is missing is told agency by agency, the one that lacks most first, and what has come furthest first")
  func shortfalls() {
    let all =
      services(1, of: 5) + services(0, of: 3, agency: "000.02.31.H18")
      + [Sample.open("H18.9", 1, .pending), Sample.open("H18.9", 2, agreed: "2018-01-01"), Sample.open("H18.9", 3)]
    let shortfalls = Sample.adoption(all, on: "2018-12-31").shortfalls()
    #expect(shortfalls.map(\.agency.text) == ["H18.9", "000.02.31.H18", "000.01.31.H18"])
    #expect(shortfalls.map(\.count.missing) == [3, 2, 1])
    #expect(shortfalls.first?.open.map(\.standing) == [.agreed, .suitable, .pending])
    #expect(Sample.adoption(services(5, of: 5), on: "2018-12-31").shortfalls().isEmpty)
  }

  @Test("a trend has the end of each month, and the last day asked for")
  func trend() {
    let register = ServiceRegister(
      services: [Sample.served("000.01.31.H18", 1, "2018-12-31")], targets: Sample.targets)
    let trend = register.trend(from: day("2018-11-15"), to: day("2019-01-10"), in: Sample.registry)
    #expect(trend.map(\.day.description) == ["2018-11-30", "2018-12-31", "2019-01-10"])
    #expect(trend.map(\.count.served) == [0, 1, 1])
    #expect(trend.map { $0.count.target?.english } == ["40%", "40%", "60%"])
    #expect(register.trend(from: day("2019-01-02"), to: day("2019-01-01"), in: Sample.registry).isEmpty)
    let leap = register.trend(from: day("2020-02-01"), to: day("2020-02-29"), in: Sample.registry)
    #expect(leap.map(\.day.description) == ["2020-02-29"])
  }

  @Test("a commune of today has, before the merger, the procedures of all that went into it")
  func communes() {
    let commune = MappedCommune(
      code: "03127", name: "Xã mới", latitude: 21, longitude: 103, district: "094", agency: code("H18.1"))
    let all = services(1, of: 2) + services(2, of: 2, agency: "000.02.31.H18") + [Sample.open("H18.8", 9)]
    let counts = Sample.adoption(all, on: "2018-12-31").byCommune([commune], in: Sample.registry)
    #expect(counts[code("H18.1")]?.counted == 4 && counts[code("H18.1")]?.served == 3)
  }
}
