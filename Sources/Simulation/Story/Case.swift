import Dossiers

/// One dossier in the simulation.
struct Case {
  /// Who decides.
  let bureau: Int
  /// The post office near the citizen.
  let home: Int
  /// Its code and procedure.
  let reference: DossierReference
  /// The statutory time in working days; 0 for the same day.
  let workingDays: Int

  var code: DossierCode { reference.code }
}
