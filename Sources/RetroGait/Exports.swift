// One import gives what most users need.
@_exported import GaitCore
@_exported import GaitExport
@_exported import GaitHistory
@_exported import GaitIngest
@_exported import GaitMeasures
@_exported import GaitModel
@_exported import GaitReference
@_exported import GaitReport
@_exported import GaitSimulation
@_exported import GaitTables
@_exported import GaitWords
@_exported import PageLanguage
