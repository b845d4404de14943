// `import Fenci` is all a program needs: the values that its functions take and return come with it.
@_exported public import Entities
@_exported public import Lexicons
@_exported public import Reports
@_exported public import Segmentation
@_exported public import Statistics
@_exported public import TextInput
@_exported public import TextModel
