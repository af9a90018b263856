import Dossiers

/// The drawings of a report.
struct ReportCharts {
  /// More agencies than these fill the page and say no more.
  private static let mostAgencies = 10

  private let figures: [Indicator.Subject: [IndicatorKind: Indicator]]
  private let report: InspectionReport
  private let language: ReportLanguage

  init(_ report: InspectionReport, _ language: ReportLanguage) {
    self.report = report
    self.language = language
    figures = Dictionary(grouping: report.figures, by: \.subject)
      .mapValues { Dictionary($0.map { ($0.kind, $0) }) { first, _ in first } }
  }

  /// How timely each part of the way was.
  var parts: String {
    BarChart(
      title: language("Mức độ kịp thời theo chặng", "Timeliness by part of the way"), legend: scores,
      bars: Outcome.Part.allCases.compactMap { bar(.part($0)) }
    ).svg
  }

  /// How many of each class of way were in time.
  var routes: String {
    BarChart(
      title: language("Tỷ lệ trong hạn theo loại tuyến", "Share in time by class of way"), legend: [],
      bars: RouteClass.allCases.compactMap { route in
        guard let within = figures[.route(route)]?[.within], let value = within.value else { return nil }
        return BarChart.Bar(
          label: language(within.subject.vietnamese, within.subject.english), note: note(value, within.denominator),
          shares: [value / 100])
      }
    ).svg
  }

  /// The agencies that were in time least often.
  var agencies: String {
    let lines = figures.values.compactMap { $0[.within] }.filter { $0.subject.kind == "agency" && $0.value != nil }
      .sorted { ($0.value ?? 0, $0.subject.code ?? "") < ($1.value ?? 0, $1.subject.code ?? "") }
    return BarChart(
      title: language("Cơ quan có tỷ lệ trong hạn thấp nhất", "Agencies least often in time"), legend: scores,
      bars: lines.prefix(ReportCharts.mostAgencies).compactMap { bar($0.subject) }
    ).svg
  }

  private var scores: [String] {
    [IndicatorKind.earlier, .onLastDay, .later].map { language($0.vietnamese, $0.english) }
  }

  private func bar(_ subject: Indicator.Subject) -> BarChart.Bar? {
    guard let own = figures[subject], let within = own[.within], let value = within.value else { return nil }
    return BarChart.Bar(
      label: name(subject), note: note(value, within.denominator),
      shares: [IndicatorKind.earlier, .onLastDay, .later].map { (own[$0]?.value ?? 0) / 100 })
  }

  private func note(_ value: Double, _ count: Int) -> String {
    let share = language.number(value, places: 1)
    return language(
      "trong hạn \(share)% của \(language.number(count))", "\(share)% of \(language.number(count)) in time")
  }

  private func name(_ subject: Indicator.Subject) -> String {
    if case .agency(let agency) = subject, let name = report.registry.agencies[agency]?.name { return name }
    return language(subject.vietnamese, subject.english)
  }
}
